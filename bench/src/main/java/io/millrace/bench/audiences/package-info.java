/** Memberships that follow a stream of facts, against evaluating everything anew. */
@NullMarked
package io.millrace.bench.audiences;

import org.jspecify.annotations.NullMarked;
