/** Tags that rules give: whoever is in an audience bears the tag. */
@NullMarked
package io.millrace.audiences.tags;

import org.jspecify.annotations.NullMarked;
