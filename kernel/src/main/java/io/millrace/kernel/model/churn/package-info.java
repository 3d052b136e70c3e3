/** Who is about to leave: logistic regression, boosted trees, and how well a risk was told. */
@NullMarked
package io.millrace.kernel.model.churn;

import org.jspecify.annotations.NullMarked;
