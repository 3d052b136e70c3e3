/** What customers bought item by item, and what that says about what they buy next. */
@NullMarked
package io.millrace.models.offers;

import org.jspecify.annotations.NullMarked;
