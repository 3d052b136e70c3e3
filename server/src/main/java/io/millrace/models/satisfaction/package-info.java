/** What customers say in surveys and to the service, and what they do afterwards. */
@NullMarked
package io.millrace.models.satisfaction;

import org.jspecify.annotations.NullMarked;
