/** Lists that are filled from files, and the lines in which nobody was found yet. */
@NullMarked
package io.millrace.audiences.lists;

import org.jspecify.annotations.NullMarked;
