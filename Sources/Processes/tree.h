#ifndef KETBOOK_TREE_H
#define KETBOOK_TREE_H

// Kills every descendant of the calling process, which must be a child subreaper, and waits until
// none is left.
void ketbook_kill_descendants(void);

// Removes a file, or a folder with what lies in it.
void ketbook_remove(int folder, const char *name, int depth);

#endif
