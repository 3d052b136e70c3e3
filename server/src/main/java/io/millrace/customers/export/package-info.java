/** Lists of customers as files: chosen columns, masked as on the screen. */
@NullMarked
package io.millrace.customers.export;

import org.jspecify.annotations.NullMarked;
