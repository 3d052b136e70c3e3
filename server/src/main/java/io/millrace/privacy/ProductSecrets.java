package io.millrace.privacy;

/**
 * Secrets of the product itself, such as the key under which it signs for another system: encrypted
 * under the master key, so that a copy of the database does not tell them.
 */
public interface ProductSecrets {
    /**
     * @param purpose what the secret is for and whose it is; it opens for nothing else
     */
    String seal(String purpose, String clear);

    /**
     * @throws IllegalStateException if the text was not sealed for this purpose
     */
    String open(String purpose, String sealed);
}
