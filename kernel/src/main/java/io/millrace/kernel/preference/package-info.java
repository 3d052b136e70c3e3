/** What a customer likes best, by what they bought and when they answered. */
@NullMarked
package io.millrace.kernel.preference;

import org.jspecify.annotations.NullMarked;
