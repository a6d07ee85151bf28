export interface LbProvider {
  readonly id: 'Aliyun' | 'Azure' | 'Huawei' | 'EKS' | 'GKE' | 'QingCloud' | 'Tencent' | 'OpenELB'
  /** As it stands in the annotation of stored gateways. Azure's is misspelt there and must stay so to be recognised. */
  readonly stored: string
  readonly name: string
}

export const lbProviders: readonly LbProvider[] = [
  { id: 'Aliyun', stored: 'Aliyun ACK', name: 'Alibaba Cloud ACK' },
  { id: 'Azure', stored: 'Aure Kubernetes Service', name: 'Azure Kubernetes Service' },
  { id: 'Huawei', stored: 'Huawei Cloud CCE', name: 'Huawei Cloud CCE' },
  { id: 'EKS', stored: 'Amazon EKS', name: 'Amazon EKS' },
  { id: 'GKE', stored: 'Google Kubernetes Engine', name: 'Google Kubernetes Engine' },
  { id: 'QingCloud', stored: 'QingCloud Kubernetes Engine', name: 'QingCloud Kubernetes Engine' },
  { id: 'Tencent', stored: 'Tencent Kubernetes Engine', name: 'Tencent Kubernetes Engine' },
  { id: 'OpenELB', stored: 'OpenELB', name: 'OpenELB' },
]

/** How a stored provider value reads on screen; unknown values stay as they are. */
export const providerName = (stored: string): string =>
  lbProviders.find((provider) => provider.stored === stored)?.name ?? stored
