package vn.hue.earchive.bench.ingest;

import java.security.SecureRandom;

/**
 * Words that no text contains, by which the bench finds its own: consonants only, so that no
 * folding of Vietnamese changes them and no tokeniser splits them.
 */
final class MadeUpWord {

    private static final String LETTERS = "bcdghklmnpqrstvx";

    private MadeUpWord() {}

    /** A word of so many letters that differs with each call. */
    static String random(int letters) {
        SecureRandom random = new SecureRandom();
        StringBuilder word = new StringBuilder();
        for (int letter = 0; letter < letters; letter++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** A number as three letters; different numbers below 4096 give different ones. */
    static String of(int number) {
        if (number < 0 || number >= 4096) {
            throw new IllegalArgumentException("no word for " + number);
        }
        return ""
                + LETTERS.charAt(number >> 8)
                + LETTERS.charAt(number >> 4 & 15)
                + LETTERS.charAt(number & 15);
    }
}
