internal import Glibc

/// Ends the process with an exit code.
func ketbookExit(_ code: Int32) -> Never { Glibc.exit(code) }
