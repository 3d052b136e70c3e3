/** Who brings whom, what that is worth, and who could speak for the brand. */
@NullMarked
package io.millrace.models.influence;

import org.jspecify.annotations.NullMarked;
