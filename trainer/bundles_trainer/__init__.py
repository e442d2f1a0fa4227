"""The deep trainer: integer tensors in, ONNX models out. See trainer/README.md and docs/tensors.md."""
