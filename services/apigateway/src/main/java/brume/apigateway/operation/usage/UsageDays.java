package brume.apigateway.operation.usage;

import static brume.model.apigateway.ApiGatewayError.BAD_REQUEST_EXCEPTION;

import brume.apigateway.rest.QuotaPeriod;
import brume.apigateway.usage.UsageLedger;
import brume.base.Scope;
import brume.model.apigateway.PatchOperation;
import brume.model.apigateway.UsagePlan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a client has used on each day, and what was left at its end.
final class UsageDays {
  /// Days. Source: API Gateway API reference, "GetUsage".
  private static final int MAX_DAYS = 90;

  private UsageDays() {}

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid date specified: " + text);
    }
  }

  static void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid date range specified");
    }
  }

  static List<List<Long>> of(
      UsageLedger ledger, Scope scope, UsagePlan plan, String key, LocalDate from, LocalDate to) {
    var planId = Objects.requireNonNull(plan.id());
    var days = new ArrayList<List<Long>>();
    for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
      var used = ledger.used(scope, planId, key, QuotaPeriod.start(plan.quota(), day), day);
      long sum = used.stream().mapToLong(Long::longValue).sum();
      long left = QuotaPeriod.limit(plan.quota()) - sum;
      days.add(List.of(used.getLast(), plan.quota() == null ? 0 : Math.max(0, left)));
    }
    return days;
  }

  static long remaining(PatchOperation operation) {
    if (!"/remaining".equals(operation.path()) || !"replace".equals(operation.op())) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid patch path " + operation.path());
    }
    try {
      return Long.parseLong(String.valueOf(operation.value()));
    } catch (NumberFormatException _) {
      throw BAD_REQUEST_EXCEPTION.because("Invalid remaining quota: " + operation.value());
    }
  }
}
