export { default, default as Pressable } from './never-rendered';
