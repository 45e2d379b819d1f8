package vn.hue.earchive.document.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.problem.ProblemTexts;

/**
 * Files many documents in many dossiers in the caller's transaction. What is refused is told beside
 * what was filed; a refusal changes nothing.
 */
@ApplicationScoped
public class FileInBulk {

    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final FileDocument file;
    private final Validation validation;

    FileInBulk(
            Dossiers dossiers,
            RegisteredDocuments documents,
            FileDocument file,
            Validation validation) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.file = file;
        this.validation = validation;
    }

    /** A document and the dossier that it is to be filed in. */
    public record Wanted(UUID documentId, UUID dossierId) {}

    /**
     * What became of one.
     *
     * @param filed null when it was refused
     * @param code of the refusal, with its text in the caller's language
     */
    public record Result(
            Wanted wanted,
            @Nullable FilingView filed,
            @Nullable String code,
            @Nullable String message) {}

    /** In the order of what was wanted. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Result> file(List<Wanted> all) {
        // Dossiers, then documents, in one order for all: two calls never wait for each other.
        Map<UUID, Dossier> locked =
                dossiers.locked(all.stream().map(Wanted::dossierId).distinct().toList()).stream()
                        .collect(Collectors.toMap(Dossier::id, Function.identity()));
        all.stream().map(Wanted::documentId).distinct().sorted().forEach(documents::locked);
        List<Result> results = new ArrayList<>();
        for (Wanted one : all) {
            results.add(file(one, locked.get(one.dossierId())));
        }
        return results;
    }

    private Result file(Wanted one, @Nullable Dossier dossier) {
        try {
            if (dossier == null) {
                validation.begin().add("/dossierId", "UNKNOWN_DOSSIER").raise();
                throw new Problem(CommonProblem.NOT_FOUND);
            }
            return new Result(
                    one, file.file(dossier, one.documentId(), "fileDocument"), null, null);
        } catch (Problem refused) {
            return refused(one, refused);
        }
    }

    private Result refused(Wanted one, Problem problem) {
        if (problem.type().status() >= 500) {
            throw problem;
        }
        if (!problem.violations().isEmpty()) {
            var first = problem.violations().getFirst();
            return new Result(one, null, first.code(), first.message());
        }
        return new Result(
                one,
                null,
                problem.type().code(),
                ProblemTexts.of(validation.language(), problem.type(), "detail", problem.args()));
    }

    /** True for a refusal that finds the work done already. */
    public static boolean isDone(Result result) {
        return DocumentProblem.DOCUMENT_ALREADY_FILED.code().equals(result.code());
    }
}
