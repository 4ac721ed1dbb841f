package brume.wire.conformance;

import brume.json.Json;
import brume.wire.conformance.Smithy.Definition;
import brume.wire.conformance.Smithy.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one Smithy text into a model. Mixins and applied traits are steps for later, when all
/// texts are read.
final class Parser {
  private final Smithy smithy;
  private final List<String> tokens;
  private final Map<String, String> uses = new HashMap<>();
  private final List<Runnable> mixins = new ArrayList<>();
  private final List<Runnable> applies = new ArrayList<>();
  private String namespace = "";
  private String inputSuffix = "Input";
  private String outputSuffix = "Output";
  private int at;

  Parser(Smithy smithy, String source) {
    this.smithy = smithy;
    this.tokens = Tokens.of(source);
  }

  List<Runnable> parse() {
    while (at < tokens.size()) {
      statement();
    }
    mixins.addAll(applies);
    return mixins;
  }

  private void statement() {
    var traits = traits();
    var word = next();
    switch (word) {
      case "$version" -> setting();
      case "$operationInputSuffix" -> inputSuffix = String.valueOf(setting().text());
      case "$operationOutputSuffix" -> outputSuffix = String.valueOf(setting().text());
      case "metadata" -> {
        at++;
        setting();
      }
      case "namespace" -> namespace = next();
      case "use" -> {
        var id = next();
        uses.put(id.substring(id.indexOf('#') + 1), id);
      }
      case "apply" -> apply();
      default -> shape(word, next(), traits);
    }
  }

  /// What stands behind the colon or equals sign.
  private Json setting() {
    at++;
    return node();
  }

  private void apply() {
    var target = next();
    boolean block = accept("{");
    // without braces it is one trait: the next ones belong to the shape that follows
    var traits = block ? traits() : trait();
    if (block) {
      expect("}");
    }
    applies.add(
        () -> {
          int dollar = target.indexOf('$');
          if (dollar < 0) {
            smithy.get(resolve(target)).traits().putAll(traits);
          } else {
            var owner = smithy.get(resolve(target.substring(0, dollar)));
            var field = owner.members().get(target.substring(dollar + 1));
            if (field != null) {
              field.traits().putAll(traits);
            }
          }
        });
  }

  private Definition shape(String type, String name, Map<String, Json> traits) {
    var id = namespace + '#' + name;
    var shape = new Definition(id, type, traits, new LinkedHashMap<>(), new LinkedHashMap<>());
    smithy.shapes.put(id, shape);
    if (accept("with")) {
      expect("[");
      while (!accept("]")) {
        var mixin = next();
        mixins.add(() -> mixIn(smithy.get(resolve(mixin)), shape));
      }
    }
    if (accept("{")) {
      while (!accept("}")) {
        if (type.equals("operation") || type.equals("service")) {
          property(shape);
        } else {
          member(shape);
        }
      }
    }
    return shape;
  }

  private static void mixIn(Definition mixin, Definition shape) {
    var own = new LinkedHashMap<>(shape.members());
    shape.members().clear();
    mixin
        .members()
        .forEach(
            (name, field) ->
                shape
                    .members()
                    .put(
                        name,
                        new Field(name, field.target(), new LinkedHashMap<>(field.traits()))));
    shape.members().putAll(own);
    mixin.traits().forEach(shape.traits()::putIfAbsent);
  }

  private void property(Definition shape) {
    var key = next();
    if (accept(":=")) {
      var suffix = key.equals("input") ? inputSuffix : outputSuffix;
      var inline = shape("structure", shape.name() + suffix, traits());
      shape.properties().put(key, Json.of(inline.id()));
      return;
    }
    expect(":");
    shape.properties().put(key, node());
  }

  private void member(Definition shape) {
    var traits = traits();
    var name = next();
    String target = "smithy.api#Unit";
    if (accept(":")) {
      target = next();
    }
    if (accept("=")) {
      var value = node();
      traits.put(
          shape.type().toLowerCase(java.util.Locale.ROOT).endsWith("enum")
              ? "enumValue"
              : "default",
          value);
    }
    var written = target;
    var field = new Field(name, written, traits);
    shape.members().put(name, field);
    mixins.addFirst(
        () ->
            shape
                .members()
                .computeIfPresent(name, (_, f) -> new Field(name, resolve(written), f.traits())));
  }

  private Map<String, Json> traits() {
    var traits = new LinkedHashMap<String, Json>();
    while (is("@")) {
      traits.putAll(trait());
    }
    return traits;
  }

  private Map<String, Json> trait() {
    expect("@");
    var name = next();
    Json value = Json.Obj.EMPTY;
    if (accept("(")) {
      value = traitValue();
      expect(")");
    }
    return Map.of(name.substring(name.indexOf('#') + 1), value);
  }

  private Json traitValue() {
    if (is(")")) {
      return Json.Obj.EMPTY;
    }
    return tokens.get(at + 1).equals(":") ? fields(")") : node();
  }

  private Json.Obj fields(String end) {
    var fields = new LinkedHashMap<String, Json>();
    while (!is(end)) {
      var key = next();
      expect(":");
      fields.put(key.charAt(0) == Tokens.QUOTE ? key.substring(1) : key, node());
    }
    return new Json.Obj(fields);
  }

  private Json node() {
    var token = next();
    return switch (token) {
      case "{" -> {
        var object = fields("}");
        at++;
        yield object;
      }
      case "[" -> {
        var items = new ArrayList<Json>();
        while (!accept("]")) {
          items.add(node());
        }
        yield new Json.Arr(items);
      }
      case "true", "false" -> Json.of(token.equals("true"));
      case "null" -> Json.ofNull();
      default -> scalar(token);
    };
  }

  private Json scalar(String token) {
    if (token.charAt(0) == Tokens.QUOTE) {
      return Json.of(token.substring(1));
    }
    if (!Character.isLetter(token.charAt(0))) {
      return new Json.Num(new BigDecimal(token));
    }
    var own = token.indexOf('#') < 0 ? namespace + '#' + token : token;
    return Json.of(uses.getOrDefault(token, own));
  }

  /// A name of this namespace, of one that is used, or of the prelude.
  private String resolve(String name) {
    if (name.indexOf('#') >= 0) {
      return name;
    }
    var used = uses.get(name);
    if (used != null) {
      return used;
    }
    var own = namespace + '#' + name;
    return smithy.shapes.containsKey(own) ? own : "smithy.api#" + name;
  }

  private boolean is(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean accept(String token) {
    boolean there = is(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw new IllegalStateException(
          "Expected " + token + " before " + tokens.subList(at, Math.min(at + 8, tokens.size())));
    }
  }

  private String next() {
    return tokens.get(at++);
  }
}
