package vn.hue.earchive.document.print;

import java.util.Optional;
import java.util.UUID;

/** Says what stands across the papers of an agency, for example that it only trains. */
public interface PaperMark {

    Optional<String> of(UUID agencyId);
}
