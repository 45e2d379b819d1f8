package vn.hue.earchive.document.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.training.TrainingAgencies;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/** Registers, changes and ends the webhooks of the caller's agency. */
@ApplicationScoped
class ManageWebhooks {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Destinations destinations;
    private final FeedConfig config;
    private final Validation validation;
    private final Idempotency idempotency;
    private final Actions actions;
    private final Audit audit;
    private final TrainingAgencies training;
    private final CurrentCaller caller;
    private final Clock clock;

    ManageWebhooks(
            Webhooks webhooks,
            Deliveries deliveries,
            Destinations destinations,
            FeedConfig config,
            Validation validation,
            Idempotency idempotency,
            Actions actions,
            Audit audit,
            TrainingAgencies training,
            CurrentCaller caller,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.destinations = destinations;
        this.config = config;
        this.validation = validation;
        this.idempotency = idempotency;
        this.actions = actions;
        this.audit = audit;
        this.training = training;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Nothing of an agency for training is told to strangers, so their address is not even asked
     * for.
     *
     * @throws Problem TRAINING_STAYS_INSIDE
     */
    @Transactional
    void refuseTraining() {
        training.refuseOutside(caller.get().agencyId());
    }

    /**
     * What is wrong with the request itself; outside of any transaction, because it asks for the
     * addresses of a name.
     *
     * @throws Problem VALIDATION_FAILED with every finding
     */
    void check(@Nullable WebhookRequest given) {
        Findings findings = validation.of(given);
        WebhookRequest request = Objects.requireNonNull(given);
        if (findings.isEmpty()) {
            destinations.finding(request.url()).ifPresent(code -> findings.add("/url", code));
            findings.addUnless(secret(request.secret()).isPresent(), "/secret", "WRONG_FORMAT");
        }
        findings.raise();
    }

    /** Registers what {@link #check} found good; it is called once it has answered a challenge. */
    @Transactional
    Answer<WebhookView> register(WebhookRequest request, @Nullable String key) {
        return idempotency.once(
                "createWebhook", key, request, WebhookView.class, () -> begin(request));
    }

    private Answer<WebhookView> begin(WebhookRequest request) {
        Caller by = caller.get();
        if (webhooks.living() >= config.webhooksPerAgency()) {
            throw new Problem(DocumentProblem.WEBHOOK_LIMIT_REACHED, config.webhooksPerAgency());
        }
        Webhook webhook =
                new Webhook(
                        Ids.next(),
                        by.agencyId(),
                        request.url(),
                        Objects.requireNonNullElse(request.eventTypes(), List.of()),
                        deliveries.lastSequence(by.agencyId()),
                        clock.instant(),
                        by.username());
        webhooks.persistAndFlush(webhook);
        keep(webhook, request.secret());
        deliveries.challenge(webhook);
        noteChange("createWebhook", webhook);
        return new Answer<>(
                201,
                "/v1/webhooks/" + webhook.id(),
                ETags.header(webhook.version()),
                view(webhook));
    }

    /**
     * @throws Problem NOT_FOUND, IF_MATCH_REQUIRED, STALE_ETAG, VALIDATION_FAILED,
     *     WEBHOOK_STATE_FORBIDS
     */
    @Transactional
    Webhook change(UUID id, @Nullable String ifMatch, @Nullable WebhookChange given) {
        Webhook webhook = webhooks.locked(id);
        ETags.check(ifMatch, webhook.version());
        Findings findings = validation.of(given);
        WebhookChange change = Objects.requireNonNull(given);
        findings.addUnless(
                change.secret() == null || secret(change.secret()).isPresent(),
                "/secret",
                "WRONG_FORMAT");
        findings.raise();
        if (change.eventTypes() != null) {
            webhook.listenTo(change.eventTypes());
        }
        if (change.paused() != null) {
            turn(webhook, change.paused());
        }
        webhook.changed();
        webhooks.flush();
        if (change.secret() != null) {
            forgetSecret(webhook);
            keep(webhook, change.secret());
        }
        noteChange("changeWebhook", webhook);
        return webhook;
    }

    private static void turn(Webhook webhook, boolean paused) {
        switch (webhook.state()) {
            case ACTIVE, PAUSED ->
                    webhook.become(paused ? Webhook.State.PAUSED : Webhook.State.ACTIVE);
            case UNVERIFIED, REFUSED, ENDED ->
                    throw new Problem(
                            DocumentProblem.WEBHOOK_STATE_FORBIDS, webhook.state().name());
        }
    }

    /** Asks the address again; nothing is sent to it before it has answered. */
    @Transactional
    Answer<WebhookView> challenge(UUID id, @Nullable String key) {
        Webhook webhook = webhooks.locked(id);
        return idempotency.once(
                "challengeWebhook",
                key,
                Map.of("id", id),
                WebhookView.class,
                () -> {
                    if (webhook.state() != Webhook.State.REFUSED
                            && webhook.state() != Webhook.State.UNVERIFIED) {
                        throw new Problem(
                                DocumentProblem.WEBHOOK_STATE_FORBIDS, webhook.state().name());
                    }
                    webhook.become(Webhook.State.UNVERIFIED);
                    webhook.changed();
                    webhooks.flush();
                    deliveries.challenge(webhook);
                    noteChange("challengeWebhook", webhook);
                    return new Answer<>(
                            202,
                            "/v1/webhooks/" + id,
                            ETags.header(webhook.version()),
                            view(webhook));
                });
    }

    /** Ends it; its log stays, its secret does not. */
    @Transactional
    Webhook end(UUID id, @Nullable String ifMatch) {
        Webhook webhook = webhooks.locked(id);
        ETags.check(ifMatch, webhook.version());
        webhook.become(Webhook.State.ENDED);
        webhook.changed();
        webhooks.flush();
        forgetSecret(webhook);
        noteChange("deleteWebhook", webhook);
        return webhook;
    }

    WebhookView view(Webhook webhook) {
        String[] possible =
                switch (webhook.state()) {
                    case ACTIVE, PAUSED ->
                            new String[] {"changeWebhook", "replayWebhook", "deleteWebhook"};
                    case UNVERIFIED, REFUSED ->
                            new String[] {"changeWebhook", "challengeWebhook", "deleteWebhook"};
                    case ENDED -> new String[0];
                };
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.eventTypes(),
                webhook.state().name(),
                webhook.createdAt(),
                webhook.createdBy(),
                webhook.version(),
                actions.allowed(possible));
    }

    private void keep(Webhook webhook, String secret) {
        session()
                .createNativeMutationQuery(
                        "insert into webhook_secret (webhook_id, agency_id, secret)"
                                + " values (:id, :agency, :secret)")
                .setParameter("id", webhook.id())
                .setParameter("agency", webhook.agencyId())
                .setParameter("secret", secret(secret).orElseThrow())
                .executeUpdate();
    }

    private void forgetSecret(Webhook webhook) {
        session()
                .createNativeMutationQuery("delete from webhook_secret where webhook_id = :id")
                .setParameter("id", webhook.id())
                .executeUpdate();
    }

    private static Optional<byte[]> secret(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring("whsec_".length()));
            return bytes.length >= 24 && bytes.length <= 64 ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private void noteChange(String action, Webhook webhook) {
        audit.append(
                webhook.agencyId(),
                action,
                "webhook",
                webhook.id(),
                webhook.version(),
                Map.of("state", webhook.state().name()));
    }

    private Session session() {
        return webhooks.getSession();
    }
}
