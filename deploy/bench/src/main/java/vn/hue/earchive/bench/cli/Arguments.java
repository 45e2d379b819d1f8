package vn.hue.earchive.bench.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The words of a command line, taken one after the other. */
public final class Arguments {

    private final Deque<String> rest;
    private final String usage;

    /**
     * @param usage shown with a complaint
     */
    public Arguments(List<String> words, String usage) {
        this.rest = new ArrayDeque<>(words);
        this.usage = usage;
    }

    public boolean isEmpty() {
        return rest.isEmpty();
    }

    public String next() {
        return rest.pop();
    }

    /**
     * The value of an option.
     *
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public String value(String option) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.\n" + usage);
        }
        return rest.pop();
    }

    public int number(String option, int least) {
        String text = value(option);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException(
                    option + " needs a number of at least " + least + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    public IllegalArgumentException unknown(String option) {
        return new IllegalArgumentException("Unknown option " + option + ".\n" + usage);
    }
}
