package vn.hue.earchive.search.index;

/**
 * The engine did not answer, answered that it cannot now, or does not have the index. The same call
 * may succeed later; whatever was written before is written again without harm.
 */
public class EngineUnavailable extends RuntimeException {

    EngineUnavailable(String message) {
        super(message);
    }

    EngineUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
