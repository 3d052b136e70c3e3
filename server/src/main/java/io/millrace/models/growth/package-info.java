/** How the number of customers grows, and what becomes of those who came together. */
@NullMarked
package io.millrace.models.growth;

import org.jspecify.annotations.NullMarked;
