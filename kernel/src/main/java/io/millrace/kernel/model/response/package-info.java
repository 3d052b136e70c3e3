/** How buyers answer to prices and to promotions: by category, and each by themselves. */
@NullMarked
package io.millrace.kernel.model.response;

import org.jspecify.annotations.NullMarked;
