/** How a market or a product grows: S-curves, diffusion, and the arithmetic of spreading. */
@NullMarked
package io.millrace.kernel.model.growth;

import org.jspecify.annotations.NullMarked;
