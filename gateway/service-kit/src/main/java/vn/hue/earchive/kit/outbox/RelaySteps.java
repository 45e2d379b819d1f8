package vn.hue.earchive.kit.outbox;

/** Is told where the relay is; only fault tests listen. */
interface RelaySteps {

    RelaySteps NOBODY = step -> {};

    void at(RelayStep step);
}
