package brume.identity.policy;

import brume.identity.Principal;
import brume.identity.policy.language.ContextKeys;
import brume.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Policies and requests by chance, of a vocabulary so small that they often meet.
final class Chance {
  private static final List<String> CALLERS =
      List.of("alice", "bob", "session", "root", "their-user", "their-session", "anonymous");
  private static final List<String> PRINCIPALS =
      List.of(
          "*",
          "arn:aws:iam::111122223333:root",
          "arn:aws:iam::444455556666:root",
          "arn:aws:iam::111122223333:user/alice",
          "arn:aws:iam::111122223333:role/app/worker",
          "arn:aws:sts::111122223333:assumed-role/worker/s1",
          "arn:aws:iam::444455556666:user/carol");
  private static final List<String> ACTIONS =
      List.of(
          "*", "s3:*", "s3:Get*", "S3:getobject", "s3:*Object", "sqs:SendMessage", "s3:?utObject");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:s3:::b/*",
          "arn:aws:s3:::b/${aws:username}/*",
          "arn:aws:s3:::*/?",
          "arn:aws:s3:::b/alice/x");
  private static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLike",
          "StringEqualsIfExists",
          "StringNotLikeIfExists",
          "ForAllValues:StringLike",
          "ForAnyValue:StringEquals",
          "ForAnyValue:StringNotLike",
          "ForAllValues:StringNotEquals");
  private static final List<String> KEYS = List.of("aws:TagKeys", "aws:username", "s3:prefix");
  private static final List<String> VALUES =
      List.of("alice", "a*", "?", "x", "${aws:username}", "${s3:prefix}*");
  private static final List<String> GIVEN = List.of("alice", "a", "x", "al*");

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /// @param keys those of the request, once more
  record Asked(Request request, Map<String, List<String>> keys) {}

  Asked asked() {
    var caller = Callers.of(one(CALLERS));
    var keys = new TreeMap<String, List<String>>();
    if (caller instanceof Principal.User user) {
      keys.put("aws:username", List.of(user.name()));
    }
    if (random.nextBoolean()) {
      keys.put("aws:TagKeys", some(GIVEN));
    }
    if (random.nextBoolean()) {
      keys.put("s3:prefix", List.of(one(GIVEN)));
    }
    var action = one(List.of("s3:GetObject", "s3:PutObject", "sqs:SendMessage"));
    var resource = one(List.of("arn:aws:s3:::b/alice/x", "arn:aws:s3:::b/x", "arn:aws:s3:::c/y"));
    return new Asked(
        new Request(action, resource, caller, Callers.HERE, ContextKeys.of(keys)), keys);
  }

  Naive.Documents documents() {
    return new Naive.Documents(
        list(() -> policy(false)),
        random.nextInt(3) == 0 ? policy(false) : null,
        random.nextInt(3) == 0 ? list(() -> policy(false)) : List.of(),
        random.nextInt(3) > 0 ? policy(true) : null);
  }

  Json.Obj policy(boolean ofResource) {
    return document(list(() -> statement(ofResource, random.nextInt(4) > 0 ? "Allow" : "Deny")));
  }

  static Json.Obj document(List<Json.Obj> statements) {
    return Json.object(
        "Version", Json.of("2012-10-17"), "Statement", new Json.Arr(List.copyOf(statements)));
  }

  Json.Obj statement(boolean ofResource, String effect) {
    var statement =
        Json.object("Effect", Json.of(effect))
            .with(random.nextInt(6) == 0 ? "NotAction" : "Action", texts(some(ACTIONS)))
            .with(random.nextInt(6) == 0 ? "NotResource" : "Resource", texts(some(RESOURCES)));
    if (ofResource) {
      statement = statement.with("Principal", Json.object("AWS", texts(some(PRINCIPALS))));
    }
    return random.nextInt(3) > 0 ? statement : statement.with("Condition", condition());
  }

  private Json condition() {
    return random.nextInt(6) == 0
        ? Json.object("Null", Json.object(one(KEYS), Json.of(random.nextBoolean())))
        : Json.object(one(OPERATORS), Json.object(one(KEYS), texts(some(VALUES))));
  }

  /// One of the documents with one statement more, of which there must be at least one.
  Naive.Documents withMore(Naive.Documents documents, String effect) {
    var identity = new ArrayList<>(documents.identity());
    var session = new ArrayList<>(documents.session());
    var boundary = documents.boundary();
    var resource = documents.resource();
    switch (random.nextInt(4)) {
      case 0 -> resource = more(resource, true, effect);
      case 1 -> boundary = more(boundary, false, effect);
      case 2 -> session.replaceAll(policy -> more(policy, false, effect));
      default -> identity.replaceAll(policy -> more(policy, false, effect));
    }
    return new Naive.Documents(identity, boundary, session, resource);
  }

  private Json.@Nullable Obj more(Json.@Nullable Obj policy, boolean ofResource, String effect) {
    if (policy == null) {
      return null;
    }
    var statements = new ArrayList<Json.Obj>();
    policy.fields().get("Statement").list().forEach(one -> statements.add((Json.Obj) one));
    statements.add(random.nextInt(statements.size() + 1), statement(ofResource, effect));
    return document(statements);
  }

  private <T> List<T> list(Supplier<T> source) {
    var list = new ArrayList<T>();
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      list.add(source.get());
    }
    return list;
  }

  private List<String> some(List<String> from) {
    return list(() -> one(from));
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().map(Json::of).toList());
  }

  private String one(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
