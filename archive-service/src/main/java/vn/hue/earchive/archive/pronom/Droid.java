package vn.hue.earchive.archive.pronom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.gov.nationalarchives.droid.container.AbstractIdentifierEngine;
import uk.gov.nationalarchives.droid.container.ContainerFileIdentificationRequestFactory;
import uk.gov.nationalarchives.droid.container.ContainerSignatureMatch;
import uk.gov.nationalarchives.droid.container.ContainerSignatureMatchCollection;
import uk.gov.nationalarchives.droid.container.ole2.Ole2IdentifierEngine;
import uk.gov.nationalarchives.droid.container.zip.ZipIdentifierEngine;
import uk.gov.nationalarchives.droid.core.BinarySignatureIdentifier;
import uk.gov.nationalarchives.droid.core.SignatureParseException;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationMethod;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResult;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResultCollection;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResultImpl;
import uk.gov.nationalarchives.droid.core.interfaces.RequestIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.resource.FileSystemIdentificationRequest;
import uk.gov.nationalarchives.droid.core.interfaces.resource.RequestMetaData;
import uk.gov.nationalarchives.droid.core.signature.FileFormat;
import uk.gov.nationalarchives.droid.core.signature.droid6.FFSignatureFile;

/**
 * DROID's engine with the signature files that come with it. Looks at the first and the last
 * {@value #WINDOW} bytes, as DROID does by default; of a container at the entries that a signature
 * asks for. Not for several threads.
 */
final class Droid {

    static final int WINDOW = 65536;

    private static final String SIGNATURES = "/DROID_SignatureFile_V100.xml";
    private static final String CONTAINERS = "/container-signature-20221102.xml";

    /** What a file is as a whole that may be something more special inside. */
    private static final Map<String, String> CONTAINER_TYPES =
            Map.of("x-fmt/263", "ZIP", "fmt/189", "ZIP", "fmt/111", "OLE2");

    private final BinarySignatureIdentifier binary;
    private final FFSignatureFile formats;
    private final ContainerSignatures containers;
    private final Map<String, AbstractIdentifierEngine> engines;

    private Droid(BinarySignatureIdentifier binary, ContainerSignatures containers, Path scratch) {
        this.binary = binary;
        this.formats = binary.getSigFile();
        this.containers = containers;
        var requests = new ContainerFileIdentificationRequestFactory();
        requests.setTempDirLocation(scratch);
        this.engines = Map.of("ZIP", new ZipIdentifierEngine(), "OLE2", new Ole2IdentifierEngine());
        engines.values().forEach(engine -> engine.setRequestFactory(requests));
    }

    /**
     * Reads the signatures: about a second.
     *
     * @param scratch folder for files that the engine needs
     */
    static Droid load(Path scratch) throws IOException {
        Path signatures = scratch.resolve("signatures.xml");
        try (InputStream in = resource(SIGNATURES)) {
            Files.copy(in, signatures, StandardCopyOption.REPLACE_EXISTING);
        }
        var binary = new BinarySignatureIdentifier();
        binary.setSignatureFile(signatures.toString());
        try {
            binary.init();
        } catch (SignatureParseException e) {
            throw new IOException(e);
        }
        binary.setMaxBytesToScan(WINDOW);
        binary.getSigFile().prepareForUse();
        try (InputStream in = resource(CONTAINERS)) {
            return new Droid(binary, ContainerSignatures.read(in), scratch);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Droid.class.getResourceAsStream(name), name);
    }

    /**
     * @param whole whether the file is all there; containers are opened only then
     */
    PronomResult identify(Path file, boolean whole) {
        var request =
                new FileSystemIdentificationRequest(
                        new RequestMetaData(
                                file.toFile().length(), 0L, file.getFileName().toString()),
                        new RequestIdentifier(file.toUri()));
        try (request) {
            request.open(file);
            IdentificationResultCollection found = binary.matchBinarySignatures(request);
            String type = containerType(found);
            if (type != null) {
                if (!whole) {
                    return PronomResult.of(PronomResult.Outcome.CONTAINER_NOT_READ);
                }
                IdentificationResultCollection inside = open(type, request);
                if (!inside.getResults().isEmpty()) {
                    found = inside;
                }
            }
            binary.removeLowerPriorityHits(found);
            if (found.getResults().isEmpty()) {
                found = binary.matchExtensions(request, false);
                binary.removeLowerPriorityHits(found);
            }
            String extension = request.getExtension().toLowerCase(Locale.ROOT);
            return new PronomResult(
                    PronomResult.Outcome.LOOKED,
                    found.getResults().stream().map(result -> hit(result, extension)).toList());
        } catch (IOException | RuntimeException e) { // whatever a broken file leads to
            return PronomResult.of(PronomResult.Outcome.CONTAINER_NOT_READ);
        }
    }

    private static @Nullable String containerType(IdentificationResultCollection found) {
        return found.getResults().stream()
                .map(result -> CONTAINER_TYPES.get(result.getPuid()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private IdentificationResultCollection open(
            String type, FileSystemIdentificationRequest request) throws IOException {
        var matches =
                new ContainerSignatureMatchCollection(
                        containers.ofType(type), containers.entries(type), WINDOW);
        Objects.requireNonNull(engines.get(type)).process(request, matches);
        var inside = new IdentificationResultCollection(request);
        for (ContainerSignatureMatch match : matches.getContainerSignatureMatches()) {
            if (match.isMatch()) {
                for (String puid : containers.puids(match.getSignature())) {
                    var result = new IdentificationResultImpl();
                    result.setMethod(IdentificationMethod.CONTAINER);
                    result.setRequestMetaData(request.getRequestMetaData());
                    result.setPuid(puid);
                    inside.addResult(result);
                }
            }
        }
        return inside;
    }

    private PronomHit hit(IdentificationResult result, String extension) {
        String puid = result.getPuid();
        @Nullable FileFormat format = formats.getFileFormat(puid);
        if (format == null) {
            return new PronomHit(puid, puid, null, true, true);
        }
        String version = format.getVersion();
        return new PronomHit(
                puid,
                format.getName(),
                version == null || version.isBlank() ? null : version,
                result.getMethod() != IdentificationMethod.EXTENSION,
                format.getNumExtensions() == 0 || format.hasMatchingExtension(extension));
    }
}
