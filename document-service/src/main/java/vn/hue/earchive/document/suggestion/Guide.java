package vn.hue.earchive.document.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three questions for somebody who does not know the schedule: what work, which result, who
 * leads. Data ({@code suggestion/guide.json}).
 */
public record Guide(List<Question> questions) {

    /**
     * A question.
     *
     * @param id {@code work}, {@code result} or {@code leader}
     * @param choices empty where the answer is free text
     */
    public record Question(
            String id, String vi, String en, String hintVi, String hintEn, List<Choice> choices) {}

    /**
     * An answer to choose.
     *
     * @param words words of the schedule that the answer stands for; not shown
     */
    public record Choice(
            String code,
            String vi,
            String en,
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String words) {}

    static Guide load() {
        try (InputStream in = Guide.class.getResourceAsStream("/suggestion/guide.json")) {
            return new ObjectMapper().readValue(in, Guide.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that a chosen answer stands for; empty for a code that the question has not. */
    Optional<String> words(String question, String code) {
        return questions.stream()
                .filter(q -> q.id().equals(question))
                .flatMap(q -> q.choices().stream())
                .filter(c -> c.code().equals(code))
                .map(c -> String.valueOf(c.words()))
                .findFirst();
    }
}
