/** Every customer's favourites in one scan. */
@NullMarked
package io.millrace.kernel.model.preference;

import org.jspecify.annotations.NullMarked;
