print("ketbook")
