/** The ratios that the README quotes, each a command. */
@NullMarked
package io.millrace.bench;

import org.jspecify.annotations.NullMarked;
