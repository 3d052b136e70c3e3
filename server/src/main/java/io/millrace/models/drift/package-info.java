/** How the thresholds and the segments of RFM move over time. */
@NullMarked
package io.millrace.models.drift;

import org.jspecify.annotations.NullMarked;
