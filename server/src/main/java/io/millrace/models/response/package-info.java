/** How buyers answer to prices and promotions: by category, and each by themselves. */
@NullMarked
package io.millrace.models.response;

import org.jspecify.annotations.NullMarked;
