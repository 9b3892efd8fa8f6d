#ifndef KETBOOK_PROCESSORS_H
#define KETBOOK_PROCESSORS_H

// The number of processors that this process may run on, at least 1.
int ketbook_processors(void);

#endif
