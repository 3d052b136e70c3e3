/** The product: Spring Boot, PostgreSQL, the HTTP API and the console, one package a module. */
@NullMarked
package io.millrace;

import org.jspecify.annotations.NullMarked;
