package io.millrace.kernel.model.basket;

/** A way to put the products in order for one customer; the plainest first. */
public enum NextMethod {
    /** Everybody is offered what most bought lately. */
    POPULAR("popular"),
    /** The strongest association rule from anything the customer ever bought, by confidence. */
    RULES("rules"),
    /** The same from the last visit only. */
    LAST_VISIT("last-visit"),
    /**
     * The sum of cosine similarities to what the customer bought, each shrunk by n/(n+λ) for n
     * common buyers. Deshpande and Karypis, ACM Transactions on Information Systems 22 (2004);
     * shrinkage: Bell and Koren, ICDM 2007.
     */
    SIMILAR("similar"),
    /**
     * The first fifty of rules, similarity and popularity by the sum of 1/(60 + rank). Cormack,
     * Clarke and Büttcher, SIGIR 2009.
     */
    BLEND("blend");

    private final String key;

    NextMethod(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
