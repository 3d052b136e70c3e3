/** Models over files. */
@NullMarked
package io.millrace.cli.model;

import org.jspecify.annotations.NullMarked;
