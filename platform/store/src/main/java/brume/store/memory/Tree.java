package brume.store.memory;

import brume.store.engine.Writes;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// An immutable sorted map: a change copies the path to the root and shares the rest.
///
/// A treap: keys sort from left to right, random priorities from top to bottom, which keeps it
/// about as deep as a balanced tree whatever the keys (Seidel and Aragon, 1996).
record Tree(@Nullable Node root) {
  static final Tree EMPTY = new Tree(null);

  record Node(byte[] key, byte[] value, int priority, @Nullable Node left, @Nullable Node right) {
    private Node withLeft(@Nullable Node node) {
      return new Node(key, value, priority, node, right);
    }

    private Node withRight(@Nullable Node node) {
      return new Node(key, value, priority, left, node);
    }

    private Node withValue(byte[] newValue) {
      return new Node(key, newValue, priority, left, right);
    }
  }

  byte @Nullable [] get(byte[] key) {
    var node = root;
    while (node != null) {
      int order = Arrays.compareUnsigned(key, node.key);
      if (order == 0) {
        return node.value;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  Change change() {
    return new Change(root);
  }

  /// Several changes on the way from one tree to another.
  static final class Change implements Writes.Target<RuntimeException> {
    private static final SplittableRandom SEED = new SplittableRandom(1);

    private final SplittableRandom random;
    private @Nullable Node root;

    private Change(@Nullable Node root) {
      this.root = root;
      synchronized (SEED) {
        random = SEED.split();
      }
    }

    Tree tree() {
      return new Tree(root);
    }

    @Override
    public void put(byte[] key, byte[] value) {
      root = put(root, key, value);
    }

    @Override
    public void delete(byte[] key) {
      root = remove(root, key);
    }

    private Node put(@Nullable Node node, byte[] key, byte[] value) {
      if (node == null) {
        return new Node(key, value, random.nextInt(), null, null);
      }
      int order = Arrays.compareUnsigned(key, node.key);
      if (order == 0) {
        return node.withValue(value);
      }
      if (order < 0) {
        var left = put(node.left, key, value);
        return left.priority > node.priority
            ? left.withRight(node.withLeft(left.right))
            : node.withLeft(left);
      }
      var right = put(node.right, key, value);
      return right.priority > node.priority
          ? right.withLeft(node.withRight(right.left))
          : node.withRight(right);
    }

    private static @Nullable Node remove(@Nullable Node node, byte[] key) {
      if (node == null) {
        return null;
      }
      int order = Arrays.compareUnsigned(key, node.key);
      if (order == 0) {
        return join(node.left, node.right);
      }
      return order < 0
          ? node.withLeft(remove(node.left, key))
          : node.withRight(remove(node.right, key));
    }

    /// One tree of two, all keys of `left` being before those of `right`.
    private static @Nullable Node join(@Nullable Node left, @Nullable Node right) {
      if (left == null) {
        return right;
      }
      if (right == null) {
        return left;
      }
      return left.priority > right.priority
          ? left.withRight(join(left.right, right))
          : right.withLeft(join(left, right.left));
    }
  }
}
