/** What loyalty is worth, and the plain ways to a customer's lifetime value. */
@NullMarked
package io.millrace.models.economics;

import org.jspecify.annotations.NullMarked;
