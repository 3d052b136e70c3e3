/** What customers expected, what they got, and what they would choose. */
@NullMarked
package io.millrace.kernel.model.satisfaction;

import org.jspecify.annotations.NullMarked;
