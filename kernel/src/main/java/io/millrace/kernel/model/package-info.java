/** The customer models' numerics: RFM, lifecycle, Pareto; pure, exact, cited. */
@NullMarked
package io.millrace.kernel.model;

import org.jspecify.annotations.NullMarked;
