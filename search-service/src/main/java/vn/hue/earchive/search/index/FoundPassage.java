package vn.hue.earchive.search.index;

/** What is read back of a passage. */
public record FoundPassage(Passage.Said shown) {}
