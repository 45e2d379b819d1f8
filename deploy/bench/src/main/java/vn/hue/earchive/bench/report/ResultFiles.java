package vn.hue.earchive.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Results as JSON files: {@code results/BENCH-TIME.json}, one per run, never rewritten. */
public final class ResultFiles {

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .registerModule(
                            new SimpleModule().addSerializer(Double.class, new FourDigits()));

    private ResultFiles() {}

    public static String json(Result result) {
        try {
            return JSON.writeValueAsString(result) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Path append(Path folder, Result result) throws IOException {
        Files.createDirectories(folder);
        String time = result.at().replaceAll("[^0-9TZ]", "");
        return Files.writeString(
                folder.resolve(result.bench() + "-" + time + ".json"), json(result));
    }

    /** All results of the folder, newest first. */
    public static List<Result> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> results = files.filter(file -> file.toString().endsWith(".json")).toList();
            List<Result> read = new ArrayList<>();
            for (Path file : results) {
                read.add(JSON.readValue(file.toFile(), Result.class));
            }
            read.sort(Comparator.comparing(Result::at).reversed());
            return List.copyOf(read);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /**
     * Figures with four significant digits: more would claim what no run can hold. What is not a
     * number is null.
     */
    private static final class FourDigits extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            if (Double.isFinite(value)) {
                double rounded =
                        Math.abs(value) >= 1000
                                ? Math.rint(value)
                                : new BigDecimal(value).round(new MathContext(4)).doubleValue();
                out.writeNumber(rounded);
            } else {
                out.writeNull();
            }
        }
    }
}
