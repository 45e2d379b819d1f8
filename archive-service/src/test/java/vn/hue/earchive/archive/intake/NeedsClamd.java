package vn.hue.earchive.archive.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test class, loudly, where clamd is not installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsClamd.Condition.class)
@interface NeedsClamd {

    /** Asked before the application is started for the class. */
    class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Clamd.isInstalled()) {
                return ConditionEvaluationResult.enabled("clamd is installed");
            }
            System.err.println(
                    "SKIPPED "
                            + context.getDisplayName()
                            + ": clamd is not installed (Debian package clamav-daemon)");
            return ConditionEvaluationResult.disabled("clamd is not installed");
        }
    }
}
