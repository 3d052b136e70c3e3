/** Who customers are: groups, portraits, combinations, look-alikes and whom to choose. */
@NullMarked
package io.millrace.audiences.portraits;

import org.jspecify.annotations.NullMarked;
