/** {@code bench models}: fits, values and rules at size, beside plain ways to compute them. */
@NullMarked
package io.millrace.bench.models;

import org.jspecify.annotations.NullMarked;
