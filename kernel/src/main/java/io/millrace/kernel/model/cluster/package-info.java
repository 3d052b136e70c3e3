/** Groups of like customers: k-means on standardised figures, and how good a grouping is. */
@NullMarked
package io.millrace.kernel.model.cluster;

import org.jspecify.annotations.NullMarked;
