/** What customers buy together, and who has not yet. */
@NullMarked
package io.millrace.models.baskets;

import org.jspecify.annotations.NullMarked;
