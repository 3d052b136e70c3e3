/** How fast events come in: batches against a raw COPY, single events against single INSERTs. */
@NullMarked
package io.millrace.bench.ingest;

import org.jspecify.annotations.NullMarked;
