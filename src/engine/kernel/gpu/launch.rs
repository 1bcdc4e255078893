//! Launches a shader on its buffers.

use burn::backend::Cube;
use burn::backend::tensor::FloatTensor;
use burn::cubecl::ir::metadata::Info;
use burn::cubecl::ir::{ElemType, UIntKind};
use burn::cubecl::prelude::*;
use burn::cubecl::server::{KernelArguments, MetadataBindingInfo};
use burn::cubecl::{CubeKernel, PrecompiledSource};

use super::Shader;

/// A tensor on the GPU, with its buffer.
pub(crate) type GpuTensor = FloatTensor<Cube>;

/// Workgroups along one side of a grid that every WebGPU device allows.
const MAX_WORKGROUPS: usize = 65_535;

/// Launches a shader: its buffers in the order of their bindings, then the words of its `Info`. Workgroups are laid out
/// in columns and rows.
pub(crate) fn launch(shader: Shader, groups: [u32; 2], buffers: &[&GpuTensor], words: &[u32]) {
    let client = &buffers[0].client;
    let mut arguments = KernelArguments::new();
    for buffer in buffers {
        arguments = arguments.with_buffer(buffer.handle.clone().binding());
    }
    if !words.is_empty() {
        let pairs = words.chunks(2).map(|pair| {
            let second = pair.get(1).copied().unwrap_or(0);
            u64::from(pair[0]) | u64::from(second) << 32
        });
        // Uniform buffers are made of vectors of four.
        let mut pairs: Vec<u64> = pairs.collect();
        pairs.resize(pairs.len().next_multiple_of(2), 0);
        arguments = arguments.with_info(MetadataBindingInfo::custom(pairs));
    }
    let [columns, rows] = groups;
    client.launch(
        Box::new(ShaderKernel(shader)),
        CubeCount::Static(columns, rows, 1),
        arguments,
    );
}

/// Workgroups of 64 for so many invocations.
pub(crate) fn workgroups(invocations: usize) -> [u32; 2] {
    workgroup_grid(invocations.div_ceil(64))
}

/// A grid with at least so many workgroups.
pub(super) fn workgroup_grid(groups: usize) -> [u32; 2] {
    let rows = groups.div_ceil(MAX_WORKGROUPS);
    [groups.div_ceil(rows.max(1)) as u32, rows as u32]
}

struct ShaderKernel(Shader);

impl KernelMetadata for ShaderKernel {
    fn id(&self) -> KernelId {
        KernelId::new::<Self>()
            .info(self.0)
            .cube_dim(CubeDim::new_1d(self.0.workgroup_size()).0)
            .mode(ExecutionMode::Unchecked)
    }

    fn address_type(&self) -> ElemType {
        UIntKind::U32.into()
    }
}

impl CubeKernel for ShaderKernel {
    fn define(&self) -> KernelDefinition {
        // The source is the kernel; this only names it.
        let settings = KernelSettings::new(
            CubeDim::new_1d(self.0.workgroup_size()).0,
            ExecutionMode::Unchecked,
            AddressType::U32,
        );
        KernelDefinition {
            body: Scope::root(settings.clone()),
            settings,
            info: Info::default(),
        }
    }

    fn source(&self) -> Option<PrecompiledSource> {
        Some(PrecompiledSource {
            source: self.0.source(),
            entrypoint_name: "main".to_owned(),
            lang: "wgsl",
        })
    }
}
