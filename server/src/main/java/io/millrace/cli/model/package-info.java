/** Customer models over files, without a server. */
@NullMarked
package io.millrace.cli.model;

import org.jspecify.annotations.NullMarked;
