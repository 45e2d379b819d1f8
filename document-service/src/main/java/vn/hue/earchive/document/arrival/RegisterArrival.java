package vn.hue.earchive.document.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.incoming.IncomingView;
import vn.hue.earchive.document.incoming.RegisterIncoming;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Registers an arrival as proposed, or as a person overrides it. An arrival gives one register
 * line: registered already, it answers 200 with that line.
 */
@ApplicationScoped
class RegisterArrival {

    private final Desk desk;
    private final RegisterIncoming register;
    private final RegisteredDocuments documents;
    private final Idempotency idempotency;

    RegisterArrival(
            Desk desk,
            RegisterIncoming register,
            RegisteredDocuments documents,
            Idempotency idempotency) {
        this.desk = desk;
        this.register = register;
        this.documents = documents;
        this.idempotency = idempotency;
    }

    @Transactional
    Answer<IncomingView> once(
            UUID id,
            @Nullable RegisterArrivalRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        Overrides overrides =
                request == null
                        ? Overrides.NONE
                        : Objects.requireNonNullElse(request.overrides(), Overrides.NONE);
        return idempotency.once(
                "registerArrival",
                key,
                Map.of("arrivalId", id, "overrides", overrides),
                IncomingView.class,
                () -> register(id, overrides, ifMatch));
    }

    private Answer<IncomingView> register(UUID id, Overrides overrides, @Nullable String ifMatch) {
        Desk.Found found = desk.find(id, true);
        OnDesk.Decided decided = found.arrival().decided();
        if (found.arrival().state() == State.REGISTERED && decided != null) {
            UUID registered = Objects.requireNonNull(decided.documentId());
            Answer<IncomingView> first =
                    register.answer(documents.findByIdOptional(registered).orElseThrow());
            return new Answer<>(200, first.location(), first.etag(), first.body());
        }
        if (ifMatch != null) {
            ETags.check(ifMatch, found.arrival().version());
        }
        DecideArrival.refuseUnless(found.arrival(), Step.REGISTER);
        return register.answer(found.source().register(id, overrides));
    }
}
