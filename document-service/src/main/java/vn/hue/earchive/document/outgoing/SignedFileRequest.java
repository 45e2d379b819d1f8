package vn.hue.earchive.document.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file as it is after a signature.
 *
 * @param signedFile upload that takes the place of the main file; required of a born-digital
 *     document, a scan or absent for paper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignedFileRequest(@Nullable UUID signedFile) {}
