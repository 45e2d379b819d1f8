package vn.hue.earchive.kit.inbox;

/** Is told where a consumer is; only fault tests listen. */
interface ConsumerSteps {

    ConsumerSteps NOBODY = step -> {};

    void at(ConsumerStep step);
}
