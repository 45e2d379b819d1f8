package vn.hue.earchive.search.index;

import java.util.List;

/** What became of a bulk write; everything that is not refused is in the index or outdone there. */
public record WriteReport(List<Refusal> refusals) {

    public WriteReport {
        refusals = List.copyOf(refusals);
    }

    /**
     * @param id of the item that the engine will never take
     * @param reason stable code and the engine's error type, never content
     */
    public record Refusal(String id, String reason) {}
}
